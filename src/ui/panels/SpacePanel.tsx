import { type ReactNode, useEffect, useRef, useState } from "react";
import { writeSvg } from "#exporters";
import type { Theme } from "#plots";
import type { Scene3d } from "#scene3d";
import { useActions, useApp, useAppStore } from "../hooks/StoreProvider.tsx";
import { useLab } from "../lab/LabContext.tsx";
import { useGeometryProblem } from "../lab/useGeometryProblem.ts";
import { usePlotTheme } from "../lab/usePlotTheme.ts";
import { InputHandle } from "./InputHandle.tsx";
import { Panel, PanelToggle } from "./Panel.tsx";
import { createSceneFeed } from "./sceneFeed.ts";
import { createSceneGestures } from "./sceneGestures.ts";

const VIEWS = [
  {
    id: "free",
    name: "free view",
    label: "free",
    explain: "Look from a corner; drag to turn, wheel or pinch to zoom.",
  },
  {
    id: "x",
    name: "View along x",
    label: "x",
    explain: "Look along the input: the slice, with the surfaces behind it.",
  },
  {
    id: "E",
    name: "View along yᴱ",
    label: "yᴱ",
    explain: "Look along the excitatory activity: input against |yᴵ|.",
  },
  {
    id: "I",
    name: "View along |yᴵ|",
    label: "|yᴵ|",
    explain: "Look from above: input against the excitatory activity.",
  },
] as const;

/** The direction of the free view, as in figure 5c. */
const FREE_VIEW = { azimuth: 240, elevation: 20, zoom: 1 } as const;

type Loading = "loading" | "ready" | "no WebGL" | "lost";

/** The two boundary surfaces in space with the run along their crossing. */
export function SpacePanel({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const [phase, setPhase] = useState<Loading>("loading");
  const container = useRef<HTMLDivElement>(null);
  const scene = useScene(container, setPhase);
  const usable = phase === "ready" || phase === "lost";
  return (
    <Panel
      className="lb-area-space"
      title="Space"
      label="Boundary surfaces of both populations over input, with the run along their crossing"
      actions={
        <>
          {usable && <ViewChoice />}
          {tabs}
        </>
      }
    >
      <div ref={container} className="lb-space" hidden={phase === "no WebGL"} />
      {phase === "ready" && scene !== null && <InputHandle scene={scene} />}
      <SpaceMessage phase={phase} />
    </Panel>
  );
}

function SpaceMessage({ phase }: { readonly phase: Loading }): ReactNode {
  if (phase === "ready") return null;
  const texts: Readonly<Record<Exclude<Loading, "ready">, string>> = {
    loading: "Preparing the 3-D view …",
    "no WebGL":
      "This browser shows no 3-D pictures (WebGL is off or missing). The slice and the outputs show the same network and can be dragged just as well.",
    lost: "The graphics card has let go of the 3-D view; it comes back by itself, or reload the page.",
  };
  return (
    <p className="lb-message" role="status">
      {texts[phase]}
    </p>
  );
}

function ViewChoice(): ReactNode {
  const camera = useApp((state) => state.view.camera);
  const cut = useApp((state) => state.view.show.cutSurfaces);
  const { setView } = useActions();
  const store = useAppStore();
  return (
    <>
      {VIEWS.map(({ id, label, name, explain }) => (
        <PanelToggle
          key={id}
          pressed={camera.preset === id}
          name={name}
          explain={explain}
          onToggle={() =>
            setView({
              camera:
                id === "free" ? { preset: id, ...FREE_VIEW } : { ...camera, preset: id, zoom: 1 },
            })
          }
        >
          {label}
        </PanelToggle>
      ))}
      <PanelToggle
        pressed={cut}
        explain="Show each surface only up to the crossing, where it matters, as in figure 5c of the paper."
        onToggle={() => {
          const { show } = store.getState().view;
          setView({ show: { ...show, cutSurfaces: !show.cutSurfaces } });
        }}
      >
        cut
      </PanelToggle>
    </>
  );
}

/** The picture as outlines and lines. */
function drawSvg(scene: Scene3d, theme: Theme): string {
  const title = "Boundaries over input x";
  return writeSvg({ ...scene.size(), title, theme, paint: (sink) => scene.paint(sink) });
}

/** Mount the lazily loaded scene and keep it fed by the frame loop. */
function useScene(
  container: React.RefObject<HTMLDivElement | null>,
  setPhase: (phase: Loading) => void,
): Scene3d | null {
  const [scene, setScene] = useState<Scene3d | null>(null);
  const lab = useLab();
  const store = useAppStore();
  const actions = useActions();
  const theme = usePlotTheme();
  const ready = useGeometryProblem() === null;
  const latestTheme = useRef(theme);
  useEffect(() => {
    latestTheme.current = theme;
    lab.loop.invalidate();
  }, [theme, lab]);
  useEffect(() => {
    const element = container.current;
    if (element === null || !ready) return;
    let dispose = (): void => undefined;
    let gone = false;
    import("#scene3d").then(
      ({ isWebGLAvailable, mountScene }) => {
        if (gone) return;
        if (!isWebGLAvailable()) {
          setPhase("no WebGL");
          return;
        }
        const gestures = createSceneGestures({ store, actions, lab });
        const mounted = mountScene(element, {
          ...gestures,
          camera: store.getState().view.camera,
          label: "Boundary surfaces over input, drag to turn",
          onCamera: (camera) => actions.setView({ camera }),
          onContextLost: () => setPhase("lost"),
          onContextRestored: () => setPhase("ready"),
        });
        const feed = createSceneFeed({
          scene: mounted,
          store,
          lab,
          theme: () => latestTheme.current,
        });
        const observer = new ResizeObserver(() => mounted.resize());
        observer.observe(element);
        lab.registerCapture("space", {
          svg: () => drawSvg(mounted, latestTheme.current),
          canvas: (scale) => mounted.capture(scale),
        });
        setScene(mounted);
        setPhase("ready");
        dispose = () => {
          feed.dispose();
          observer.disconnect();
          lab.registerCapture("space", null);
          setScene(null);
          mounted.dispose();
        };
      },
      () => setPhase("no WebGL"),
    );
    return () => {
      gone = true;
      dispose();
    };
  }, [container, ready, lab, store, actions, setPhase]);
  return scene;
}
