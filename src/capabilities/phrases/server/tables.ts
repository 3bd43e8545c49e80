export {};

declare module '#platform/db/tables.ts' {
  interface Tables {
    phrase: { tenant_id: string; id: string; person_id: string | null; unit_code: string | null; title: string; text: string; initials: string };
  }
}
