import { lazy, Suspense, type ReactElement } from 'react';
import type { FieldProps } from './kinds.ts';

/** Fields whose machinery is heavy and whose acts are few: fetched when a form first asks for one. */
const Instant = lazy(() => import('./dates.tsx').then(({ InstantField: field }) => ({ default: field })));
const Day = lazy(() => import('./dates.tsx').then(({ DateField: field }) => ({ default: field })));
const File = lazy(() => import('./FileField.tsx').then(({ FileField: field }) => ({ default: field })));

const waiting = <div className="skeleton" />;

export const InstantField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Instant {...props} /></Suspense>;
export const DateField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Day {...props} /></Suspense>;
export const FileField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><File {...props} /></Suspense>;
