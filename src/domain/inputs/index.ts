export * from './add-budget-input-point.ts';
export * from './budget-input.ts';
export { budgetInputImport, type ProposedBudgetInputPoint } from './budget-input-import.ts';
export * from './budget-input-reader.ts';
export * from './record-budget-input.ts';
