import type { ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import { HANDLE_SHEET, KEY_SHEET, type KeyLine } from "./keySheet.ts";

/** What can be taken hold of, and every key. */
export function HelpDialog({ close }: { close(): void }): ReactNode {
  return (
    <Dialog title="Help and keyboard" size="54rem" close={close}>
      <p className="lb-help-lead">
        Every neuron is a line in the plane of excitatory and inhibitory activity; together the
        lines of a population form its boundary. A state that reaches a boundary makes a neuron
        fire, and the spike throws the state back. Where the two boundaries cross, the network
        settles.
      </p>
      <div className="lb-help">
        <HelpGroup title="In the pictures" lines={HANDLE_SHEET} />
        {KEY_SHEET.map(({ title, lines }) => (
          <HelpGroup key={title} title={title} lines={lines} />
        ))}
      </div>
    </Dialog>
  );
}

interface HelpGroupProps {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

function HelpGroup({ title, lines }: HelpGroupProps): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
