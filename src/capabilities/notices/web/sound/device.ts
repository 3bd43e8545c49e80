import type { Sound } from '../rules/sounding.ts';
import { cell } from './cell.ts';
import { choice } from './choice.ts';
import { LOUDNESS, TUNES, type Tone } from './tunes.ts';

/** Whether the browser lets this page be heard. It does once the page was touched, and after a reload of one that was. */
export const door = cell(false);

let audio: AudioContext | null = null;
let playing = 0;

function device(): AudioContext | null {
  if (audio === null && 'AudioContext' in globalThis) {
    audio = new AudioContext();
    audio.addEventListener('statechange', look);
    look();
  }
  return audio;
}

/** Once let out it stays so; between two sounds the device rests, for eight tabs need not each keep it awake. */
function look(): void {
  if (audio?.state !== 'running') return;
  if (!door.read()) door.set(true);
  rest();
}

function rest(): void {
  if (playing === 0) void audio?.suspend().catch(() => undefined);
}

/** Tries whether the page may be heard already, and else waits for the first touch, wherever it is, until the returned function is called. */
export function listenForTouch(): () => void {
  const forget = (): void => {
    removeEventListener('click', touched, true);
    removeEventListener('keydown', touched, true);
  };
  const touched = (event: Event): void => {
    if (door.read()) return forget();
    // A key on a button presses it, and that is heard as well.
    if (event.type === 'keydown' && event.target instanceof Element && event.target.closest('button') !== null) return;
    // Afterwards: what was pressed may go when the door opens, and must still do what it was pressed for.
    setTimeout(() => void device()?.resume().then(look, () => undefined));
  };
  device();
  addEventListener('click', touched, true);
  addEventListener('keydown', touched, true);
  return forget;
}

/** Plays a sound as loud as was chosen; nothing while the page may not be heard. */
export function play(sound: Sound): void {
  if (door.read()) void strike(TUNES[sound]);
}

/**
 * The first press of a shift: called inside the press itself, for only there a browser opens the door. Asks whether the system may show
 * messages, and plays a sound to try, unless this machine is to be silent.
 */
export function startSound(sound: Sound = 'chime'): void {
  if ('Notification' in globalThis && Notification.permission === 'default') void Notification.requestPermission().catch(() => undefined);
  const found = device();
  if (!found) return;
  void found.resume().then(() => {
    if (!door.read()) door.set(true);
    return choice.read().on ? strike(TUNES[sound]) : rest();
  }, () => undefined);
}

async function strike(tune: readonly Tone[]): Promise<void> {
  const found = device();
  if (!found) return;
  playing += 1;
  try {
    await found.resume();
    await Promise.all(tune.map((tone) => sing(found, tone, LOUDNESS[choice.read().volume])));
  } catch {
    // A machine without loudspeakers: the band and the bell say the same.
  }
  playing -= 1;
  rest();
}

/** One tone, swelling and fading for a hundredth of a second so that it does not click. */
function sing(found: AudioContext, tone: Tone, loudness: number): Promise<void> {
  const from = found.currentTime + 0.05 + tone.at;
  const voice = found.createOscillator();
  const volume = found.createGain();
  voice.type = tone.shape;
  voice.frequency.value = tone.pitch;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(loudness, from + 0.01);
  volume.gain.setValueAtTime(loudness, from + tone.lasts * 0.6);
  volume.gain.linearRampToValueAtTime(0, from + tone.lasts);
  voice.connect(volume).connect(found.destination);
  voice.start(from);
  voice.stop(from + tone.lasts);
  return new Promise((resolve) => voice.addEventListener('ended', () => resolve()));
}
