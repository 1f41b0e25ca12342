import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { invariant } from "#math";
import { createApp } from "./createApp.ts";
import { Root } from "./Root.tsx";

const element = document.getElementById("root");
invariant(element !== null, "The page has no element with the id root.");
const app = createApp();
createRoot(element).render(
  <StrictMode>
    <Root app={app} />
  </StrictMode>,
);
