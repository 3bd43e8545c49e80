import { maskedPhone, maskedText } from '#platform/documents/index.ts';
import type { CustomerJson } from '../contract.ts';

/** A customer as lists show him to whoever neither takes calls nor leads: 王**, 138****2046. */
export const maskedCustomer = <C extends Pick<CustomerJson, 'name' | 'phone' | 'address'>>(customer: C): C =>
  ({ ...customer, name: maskedText(customer.name, 1), phone: maskedPhone(customer.phone), address: maskedText(customer.address, 2) });
