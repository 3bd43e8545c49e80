export { listen, type Heard, type StreamNews } from './stream.ts';
