export { decideApproval, type ApprovalDecision } from './decide.ts';
export { requestApproval } from './request.ts';
export { APPROVE, DECIDE } from './end.ts';
