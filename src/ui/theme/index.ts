export { LookProvider, useLook } from './choice.tsx';
