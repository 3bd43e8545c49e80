import { later } from '../later.tsx';

/** Fields whose acts are few: fetched when a form first asks for one. */
export const InstantField = later(() => import('./dates.tsx').then((of) => of.InstantField));
export const DateField = later(() => import('./dates.tsx').then((of) => of.DateField));
export const FileField = later(() => import('./FileField.tsx').then((of) => of.FileField));
export const PersonField = later(() => import('./bearers.tsx').then((of) => of.PersonField));
export const PeopleField = later(() => import('./bearers.tsx').then((of) => of.PeopleField));
export const BearerField = later(() => import('./bearers.tsx').then((of) => of.BearerField));
export const UnitField = later(() => import('./bearers.tsx').then((of) => of.UnitField));
export const PickOne = later(() => import('../../pick/index.ts').then((of) => of.PickOne));
export const PickMany = later(() => import('../../pick/index.ts').then((of) => of.PickMany));
