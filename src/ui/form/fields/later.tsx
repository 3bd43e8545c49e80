import { lazy, Suspense, type ComponentProps, type ReactElement } from 'react';
import type { FieldProps } from './kinds.ts';

/** Fields whose machinery is heavy and whose acts are few: fetched when a form first asks for one. */
const Instant = lazy(() => import('./dates.tsx').then(({ InstantField: field }) => ({ default: field })));
const Day = lazy(() => import('./dates.tsx').then(({ DateField: field }) => ({ default: field })));
const File = lazy(() => import('./FileField.tsx').then(({ FileField: field }) => ({ default: field })));
const Person = lazy(() => import('./bearers.tsx').then(({ PersonField: field }) => ({ default: field })));
const People = lazy(() => import('./bearers.tsx').then(({ PeopleField: field }) => ({ default: field })));
const Bearer = lazy(() => import('./bearers.tsx').then(({ BearerField: field }) => ({ default: field })));
const Unit = lazy(() => import('./bearers.tsx').then(({ UnitField: field }) => ({ default: field })));
const One = lazy(() => import('../../pick/index.ts').then(({ PickOne: list }) => ({ default: list })));
const Many = lazy(() => import('../../pick/index.ts').then(({ PickMany: list }) => ({ default: list })));

const waiting = <div className="skeleton" />;

export const InstantField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Instant {...props} /></Suspense>;
export const DateField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Day {...props} /></Suspense>;
export const FileField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><File {...props} /></Suspense>;
export const PersonField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Person {...props} /></Suspense>;
export const PeopleField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><People {...props} /></Suspense>;
export const BearerField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Bearer {...props} /></Suspense>;
export const UnitField = (props: FieldProps): ReactElement => <Suspense fallback={waiting}><Unit {...props} /></Suspense>;
export const PickOne = (props: ComponentProps<typeof One>): ReactElement => <Suspense fallback={waiting}><One {...props} /></Suspense>;
export const PickMany = (props: ComponentProps<typeof Many>): ReactElement => <Suspense fallback={waiting}><Many {...props} /></Suspense>;
