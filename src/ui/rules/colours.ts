/** The colours of the product, once for light and once for dark. Style sheets use them as variables of the same name (`--quiet`). */
export type Shade = 'light' | 'dark';

const LIGHT = {
  brand: '#1554ad', 'brand-soft': '#eef4fc', 'brand-line': '#b3c8e8', 'brand-fill': '#1554ad', 'brand-on': '#ffffff', 'brand-pale': '#d6e4ff', 'brand-pale-ink': '#10239e', trace: '#7f9fd0',
  ink: '#1f1f1f', quiet: '#525252', mark: '#434343', paper: '#ffffff', raised: '#fafafa', soft: '#f5f5f5', hover: '#ebebeb', line: '#d9d9d9', faint: '#ececec', edge: '#8c8c8c',
  warn: '#8a4b00', 'warn-paper': '#fffbe6', 'warn-line': '#8c6d1f', 'warn-ink': '#5c4300', night: '#434343', 'night-ink': '#ffffff', alarm: '#1f1f1f', 'alarm-ink': '#ffffff',
  ample: '#ffffff', 'ample-ink': '#434343', near: '#fff1b8', 'near-ink': '#5c4300', pressing: '#ff9c38', 'pressing-ink': '#2b1600',
  overdue: '#a8071a', 'overdue-ink': '#ffffff', 'overdue-line': '#a8071a', still: '#d6e4ff', 'still-hatch': '#c3d7fb', 'still-ink': '#10239e',
  grave: '#391085', 'grave-ink': '#ffffff', demo: '#fff7d6', 'demo-hatch': '#ffe9a3', 'demo-ink': '#3d2c00', 'demo-line': '#b38f1d', 'demo-paper': '#fffbe6',
} as const;

export type Colour = keyof typeof LIGHT;

const DARK: Record<Colour, string> = {
  brand: '#8fb4ec', 'brand-soft': '#1b2a40', 'brand-line': '#3f5c86', 'brand-fill': '#1554ad', 'brand-on': '#ffffff', 'brand-pale': '#22375a', 'brand-pale-ink': '#cfe0fb', trace: '#5578ad',
  ink: '#e6e6e6', quiet: '#b3b3b3', mark: '#d0d0d0', paper: '#141414', raised: '#1c1c1c', soft: '#1a1a1a', hover: '#2a2a2a', line: '#424242', faint: '#303030', edge: '#8c8c8c',
  warn: '#f0b060', 'warn-paper': '#2b2411', 'warn-line': '#a8862f', 'warn-ink': '#f2dca0', night: '#d9d9d9', 'night-ink': '#141414', alarm: '#2b2b2b', 'alarm-ink': '#ffffff',
  ample: '#1f1f1f', 'ample-ink': '#d9d9d9', near: '#4a3a08', 'near-ink': '#ffe9a0', pressing: '#ff9c38', 'pressing-ink': '#2b1600',
  overdue: '#a8071a', 'overdue-ink': '#ffffff', 'overdue-line': '#ff7875', still: '#1b2d5a', 'still-hatch': '#25396b', 'still-ink': '#d6e4ff',
  grave: '#5b2bb5', 'grave-ink': '#ffffff', demo: '#3d3210', 'demo-hatch': '#4d3f14', 'demo-ink': '#ffeebb', 'demo-line': '#8c6d1f', 'demo-paper': '#2b230b',
};

/** What is painted in each shade. */
export const COLOURS: Readonly<Record<Shade, Readonly<Record<Colour, string>>>> = { light: LIGHT, dark: DARK };

/** Words of chips on their ground: they are read at a glance, and must stand out 7 to 1. */
export const CHIPS: readonly (readonly [ink: Colour, ground: Colour])[] = [
  ['ample-ink', 'ample'], ['near-ink', 'near'], ['pressing-ink', 'pressing'], ['overdue-ink', 'overdue'], ['still-ink', 'still'], ['still-ink', 'still-hatch'], ['grave-ink', 'grave'],
];
/** All other words on every ground they stand on: 4.5 to 1. */
export const TEXTS: readonly (readonly [ink: Colour, ground: Colour])[] = [
  ...(['ink', 'quiet', 'mark', 'brand'] as const).flatMap((ink) => (['paper', 'raised', 'soft', 'hover', 'brand-soft'] as const).map((ground) => [ink, ground] as const)),
  ['brand-on', 'brand-fill'], ['brand-pale-ink', 'brand-pale'], ['warn', 'paper'], ['warn', 'raised'], ['warn-ink', 'warn-paper'], ['night-ink', 'night'], ['alarm-ink', 'alarm'],
  ['demo-ink', 'demo'], ['demo-ink', 'demo-hatch'], ['demo-ink', 'demo-paper'], ['ink', 'warn-paper'],
];

/** How much two colours (`#rrggbb`) stand apart, from 1 (alike) to 21 (black on white), as WCAG 2 counts it. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
