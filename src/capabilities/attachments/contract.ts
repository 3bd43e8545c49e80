import { z } from 'zod';

export const attachmentJson = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() });
export type AttachmentJson = z.infer<typeof attachmentJson>;

/** Beside the file, the form may name the matter it belongs to. */
export const uploadBody = z.strictObject({ matter: z.uuid().optional() });

export const attachmentRow = attachmentJson.extend({ uploadedBy: z.string(), at: z.string() });
export const attachmentsAnswer = z.object({ items: z.array(attachmentRow), next: z.null() });
export type AttachmentsAnswer = z.infer<typeof attachmentsAnswer>;
