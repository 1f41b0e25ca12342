import { type ReactNode, useEffect, useState } from "react";

interface QrPicture {
  /** Modules along a side. */
  readonly size: number;
  /** SVG path of the dark modules. */
  readonly path: string;
}

/** Longest text that is still easy to scan from a projected slide. */
const MAX_LENGTH = 1200;

/** The link as a QR code for a classroom's phones; nothing while it is too long to be read. */
export function QrCode({ text }: { readonly text: string }): ReactNode {
  const [picture, setPicture] = useState<QrPicture | null>(null);
  const fits = text.length <= MAX_LENGTH;
  useEffect(() => {
    if (!fits) return;
    let wanted = true;
    drawQr(text).then(
      (drawn) => wanted && setPicture(drawn),
      () => wanted && setPicture(null),
    );
    return () => {
      wanted = false;
    };
  }, [text, fits]);
  if (!fits) return <p>The link is too long for a QR code; share the file or the link itself.</p>;
  if (picture === null) return <div className="lb-qr" aria-busy="true" />;
  const { size, path } = picture;
  return (
    <svg
      className="lb-qr"
      viewBox={`-3 -3 ${size + 6} ${size + 6}`}
      role="img"
      aria-label="QR code of the link"
      shapeRendering="crispEdges"
    >
      <rect x="-3" y="-3" width={size + 6} height={size + 6} fill="#fff" />
      <path d={path} fill="#111" />
    </svg>
  );
}

async function drawQr(text: string): Promise<QrPicture> {
  const { default: createQr } = await import("qrcode-generator");
  const qr = createQr(0, "M");
  qr.addData(text);
  qr.make();
  const size = qr.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (qr.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size, path };
}
