import type { MatterState } from '#engine';

declare module '#platform/db/tables.ts' {
  interface Tables {
    matter: {
      tenant_id: string; id: string; kind: string; policy: string; policy_version: string; number: string; unit_code: string | null; channel: string;
      subject: string; content: string; customer_id: string | null; customer_name: string; project: string; stage: string; severity: string | null;
      state: JsonColumn<MatterState>; version: number; seq: number; head: Uint8Array; parent_id: string | null;
      received_at: InstantColumn; first_due_at: NullableInstantColumn; ended: boolean; answers: string | null;
    };
    event: {
      tenant_id: string; stream: string; seq: number; of: string; type: string; act: string | null; actor: string | null; occurred_at: InstantColumn;
      recorded_at: InstantColumn; policy_version: string | null; body: JsonColumn<Record<string, unknown>>; commitments: JsonColumn<Record<string, string>>; hash: Uint8Array;
    };
    event_words: { tenant_id: string; stream: string; seq: number; words: JsonColumn<Record<string, string>>; salt: Uint8Array };
    obligation: {
      tenant_id: string; matter_id: string; ordinal: number; duty: string; act: string; round: number; slot: string; status: string;
      bearer_person: string | null; bearer_unit: string | null; bearer_position: string | null; clause: string[]; started_at: InstantColumn; due_at: NullableInstantColumn;
      met_at: NullableInstantColumn; breached_at: NullableInstantColumn; noticed_at: NullableInstantColumn; next_at: NullableInstantColumn; next_step: string | null;
      generation: number;
    };
    recurrence: { tenant_id: string; policy: string; kind: string; next_at: InstantColumn };
    approval: { tenant_id: string; id: string; matter_id: string; status: string; requested_at: InstantColumn };
    refusal: { tenant_id: string; id: string; matter_id: string | null; kind: string; person_id: string; act: string; clause: string[]; refusals: JsonColumn<unknown>; at: InstantColumn; recorded: boolean };
    outbox: {
      tenant_id: string; id: string; dedupe_key: string; template: string; recipients: JsonColumn<unknown>; matter_id: string | null; content: JsonColumn<Record<string, unknown>>;
      created_at: InstantColumn; not_before: InstantColumn; attempts: number; sent_at: NullableInstantColumn; failed: string | null;
    };
  }
}
