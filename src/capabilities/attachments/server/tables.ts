export {};

declare module '#platform/db/tables.ts' {
  interface Tables {
    attachment: {
      tenant_id: string; id: string; matter_id: string | null; name: string; media_type: string; bytes: number; sha256: Uint8Array; uploaded_by: string; at: InstantColumn;
    };
  }
}
