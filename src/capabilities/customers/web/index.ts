export { customerQuery, customersQuery } from './calls.ts';
export { CustomerChoice } from './CustomerChoice.tsx';
export { CustomerSheet } from './CustomerSheet.tsx';
export { ProjectChoice } from './ProjectChoice.tsx';
export { useWithinProject } from './project.ts';
export { customerWords } from './words.ts';
export { normalPhone, oddLength, wrongPhone } from '../rules/phone.ts';
