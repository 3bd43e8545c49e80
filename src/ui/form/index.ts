export { AskForm } from './AskForm.tsx';
export { AskField } from './AskField.tsx';
export { PickDay, PickDayAndTime, PickTimeOfDay } from './when.tsx';
export { SourcesProvider, useSources, type Choice, type Named, type Sources } from './sources.tsx';
