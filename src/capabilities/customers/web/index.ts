export { customerQuery, customersQuery } from './calls.ts';
export { CustomerChoice } from './CustomerChoice.tsx';
export { CustomerSheet } from './CustomerSheet.tsx';
export { customerWords } from './words.ts';
export { normalPhone, wrongPhone } from '../rules/phone.ts';
