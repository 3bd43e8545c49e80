/** The door of notices for the frame: what calls somebody, and what he hears. */
export { AlarmBand } from './AlarmBand.tsx';
export { NoticeBell } from './NoticeBell.tsx';
export { startSound } from './sound/index.ts';
export { SoundControl } from './SoundControl.tsx';
export { WallSound } from './WallSound.tsx';
