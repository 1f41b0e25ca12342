import { Component, type ErrorInfo, type ReactNode } from "react";

interface ErrorBoundaryProps {
  /** The link of what was on screen, to go on from. */
  link(): string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
}

function beginAgain(): void {
  location.hash = "#preset=start";
  location.reload();
}

/** What is shown when the interface itself breaks: what happened, and how to go on without losing the work. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(new Error(`${String(error)}${info.componentStack ?? ""}`));
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main className="lb-broken">
        <h1>Something in the page broke</h1>
        <p>{message}</p>
        <p>Your network is kept. Reload to go on, or begin again with the first example.</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>{" "}
          <button type="button" onClick={beginAgain}>
            Begin again
          </button>
        </p>
        <label>
          Link of what was on screen <input readOnly value={this.props.link()} />
        </label>
      </main>
    );
  }
}
