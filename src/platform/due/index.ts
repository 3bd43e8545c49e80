export { END_PATIENCE, startLoop, type Loop, type LoopOptions } from './loop.ts';
export { waitAtMost } from './patience.ts';
