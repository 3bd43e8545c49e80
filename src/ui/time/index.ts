export { ClockProvider, useClock, useNow, type ServerTime } from './clock.tsx';
