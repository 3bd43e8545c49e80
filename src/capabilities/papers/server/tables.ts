export {};

declare module '#platform/db/tables.ts' {
  interface Tables {
    kept_file: { tenant_id: string; id: string; person_id: string; name: string; media_type: string; bytes: number; sha256: Uint8Array; at: InstantColumn; next_at: InstantColumn };
    paper_print: {
      tenant_id: string; id: string; matter_id: string; form: string; nth: number; paper: string; copies: number; person_id: string; file_id: string; sha256: Uint8Array; at: InstantColumn;
    };
    export_job: {
      tenant_id: string; id: string; person_id: string; list: string; filter: JsonColumn<Record<string, unknown>>; language: string; state: string; rows: number; attempts: number;
      file_id: string | null; at: InstantColumn; ended_at: NullableInstantColumn; next_at: NullableInstantColumn; open: boolean | null;
    };
  }
}
