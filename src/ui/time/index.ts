export { ClockProvider, useClock, useMinute, useOfNow, type ServerTime } from './clock.tsx';
