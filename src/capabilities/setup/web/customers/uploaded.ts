import type { CustomerCheck } from '../../contract.ts';
import type { CustomerColumn, CustomerSheetName } from '../../rules/customers/sheets.ts';

/** A sheet of customers, homes or devices that was chosen, and what importing it would do. */
export interface UploadedCustomers { readonly name: string; readonly file: string; readonly check: CustomerCheck }

export type CustomerMappingSent = Partial<Record<CustomerColumn, number | null>>;
/** Asks the server what a sheet would do. */
export type Checking = (sheet: CustomerSheetName, file: string, mapping?: CustomerMappingSent) => Promise<CustomerCheck>;
