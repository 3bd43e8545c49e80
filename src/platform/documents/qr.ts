import { renderSVG } from 'uqr';

/** A QR code as a drawing (SVG), without a margin: the layout leaves room around it. @param text - an address, at most 300 characters. */
export function qrOf(text: string): string {
  return renderSVG(text.slice(0, 300), { border: 1, ecc: 'M' });
}
