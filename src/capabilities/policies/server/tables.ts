export {};

declare module '#platform/db/tables.ts' {
  interface Tables {
    policy_version: {
      tenant_id: string; policy: string; version: string; title: string; rules_text: string; document_text: string;
      published_at: InstantColumn; published_by: string | null; in_force_from: NullableInstantColumn; in_force_until: NullableInstantColumn;
    };
    calendar_day: { tenant_id: string; day: string; kind: 'holiday' | 'workday' };
  }
}
