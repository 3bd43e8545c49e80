export { readDocument, type DocumentClause, type PolicyDocument } from './document.ts';
export { coverage, type Coverage, type CoveredClause } from './coverage.ts';
export { CARRIED, citations, type Carried, type CarriedBy, type Citation } from './citations.ts';
