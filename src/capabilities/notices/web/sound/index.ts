export { choice, choose, type SoundChoice, type Volume } from './choice.ts';
export { door, listenForTouch, play, startSound } from './device.ts';
export { seat } from './seat.ts';
