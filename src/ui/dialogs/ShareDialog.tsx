import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useServices } from "../hooks/ServicesProvider.tsx";
import { Dialog } from "./Dialog.tsx";
import { QrCode } from "./QrCode.tsx";

/** The link that is what is on screen: copy it, scan it, or open another. */
export function ShareDialog({ close }: { close(): void }): ReactNode {
  const services = useServices();
  const [link] = useState(services.link);
  return (
    <Dialog title="Share what is on screen" size="38rem" close={close}>
      <div className="lb-share">
        <div>
          <CopyField link={link} />
          <p className="lb-hint">
            {link.length.toLocaleString("en")} characters. The link holds the whole experiment and
            the view; nothing is sent to a server.
          </p>
          <Button variant="default" size="xs" onClick={services.saveExperiment}>
            Save as a file instead
          </Button>
        </div>
        <QrCode text={link} />
      </div>
      <OpenLink close={close} />
    </Dialog>
  );
}

type CopyState = "ready" | "copied" | "refused";

const COPY_WORDS: Readonly<Record<CopyState, string>> = {
  ready: "",
  copied: "The link is on the clipboard.",
  refused: "The browser refused the clipboard; the link is selected, press Ctrl+C.",
};

function CopyField({ link }: { readonly link: string }): ReactNode {
  const services = useServices();
  const [state, setState] = useState<CopyState>("ready");
  const copy = (form: HTMLFormElement) => {
    services.copyLink().then(
      () => setState("copied"),
      () => {
        form.querySelector("input")?.select();
        setState("refused");
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        copy(event.currentTarget);
      }}
    >
      <div className="lb-row">
        <input
          className="lb-field lb-text-field"
          aria-label="Link"
          readOnly
          value={link}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="submit" size="xs" h={34}>
          {state === "copied" ? "Copied" : "Copy"}
        </Button>
      </div>
      <p className="lb-hint" aria-live="polite">
        {COPY_WORDS[state]}
      </p>
    </form>
  );
}

function OpenLink({ close }: { close(): void }): ReactNode {
  const services = useServices();
  const [text, setText] = useState("");
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    services.openText("link", text.trim());
    close();
  };
  return (
    <form className="lb-open-link" onSubmit={open}>
      <label htmlFor="lb-open-link">Open a link or the text of an experiment file</label>
      <div className="lb-row">
        <input
          id="lb-open-link"
          className="lb-field lb-text-field"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="Paste it here"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="xs" h={34} disabled={text.trim() === ""}>
          Open
        </Button>
      </div>
    </form>
  );
}
