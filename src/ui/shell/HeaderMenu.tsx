import { ActionIcon, Button, Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";

interface HeaderMenuProps {
  readonly label: string;
  /** Shown instead of the label's text. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A button of the header that opens a menu. */
export function HeaderMenu({ label, icon, children }: HeaderMenuProps): ReactNode {
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      width={224}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        {icon === undefined ? (
          <Button
            variant="default"
            size="xs"
            h={34}
            rightSection={<Icon name="chevron" size={14} />}
          >
            {label}
          </Button>
        ) : (
          <ActionIcon variant="default" size={34} aria-label={label} data-explain={label}>
            <Icon name={icon} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown className="lb-menu" aria-label={label}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
