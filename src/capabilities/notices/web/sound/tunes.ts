import type { Sound } from '../rules/sounding.ts';

/** One tone: pitch in Hz, begin and length in seconds. */
export interface Tone { readonly pitch: number; readonly at: number; readonly lasts: number; readonly shape: OscillatorType }

const HIGH = 988;
const LOW = 659;

/** The alarm has two tones, three times, that cut through a busy office; the chime is two soft notes, once. */
export const TUNES: Readonly<Record<Sound, readonly Tone[]>> = {
  alarm: [0, 0.55, 1.1].flatMap((at): Tone[] => [{ pitch: HIGH, at, lasts: 0.24, shape: 'triangle' }, { pitch: LOW, at: at + 0.25, lasts: 0.24, shape: 'triangle' }]),
  chime: [{ pitch: 880, at: 0, lasts: 0.18, shape: 'sine' }, { pitch: 1175, at: 0.14, lasts: 0.4, shape: 'sine' }],
};

/** How far the membrane moves, of 1. */
export const LOUDNESS = { low: 0.08, normal: 0.35 } as const;
