import { WorkflowBuilder } from '../../src/index.ts';

/** The orders that the sample workflow is run on. */
export const orders = [
  { id: 'A-1', customer: 'Ada', total: 40, items: 2, region: 'eu' },
  { id: 'A-2', customer: 'Grace', total: 900, items: 12, region: 'us' },
  { id: 'A-3', customer: 'Edsger', total: 0, items: 0, region: 'eu' },
] as const;

/** An order is priced in a sandbox, small ones are approved at once and large ones by a clerk; both ways meet again. */
export const orderApproval = new WorkflowBuilder('order approval')
  .addNode('CodeNode', 'price', {
    code: `
      if (order.items === 0) throw new Error('order ' + order.id + ' is empty');
      const tax = order.region === 'eu' ? 0.2 : 0.07;
      result = { ...order, gross: Math.round(order.total * (1 + tax) * 100) / 100 };
    `,
  })
  .addNode('SwitchNode', 'isLarge', { conditionField: 'gross', operator: '>=', value: 500 })
  .addNode('FunctionNode', 'clerk', {
    run: ({ input }) => ({ order: input, approvedBy: 'clerk', note: 'checked by hand' }),
  })
  .addNode('FunctionNode', 'automatic', { run: ({ input }) => ({ order: input, approvedBy: 'rule' }) })
  .addNode('MergeNode', 'decision', { mergeType: 'mergeDict' })
  .addNode('CodeNode', 'letter', {
    code: "result = decision.order.customer + ': ' + decision.order.gross + ' approved by ' + decision.approvedBy",
  })
  .addConnection('price', 'result', 'isLarge', 'input')
  .addConnection('isLarge', 'trueOutput', 'clerk', 'input')
  .addConnection('isLarge', 'falseOutput', 'automatic', 'input')
  .addConnection('clerk', 'result', 'decision', 'large')
  .addConnection('automatic', 'result', 'decision', 'small')
  .addConnection('decision', 'merged', 'letter', 'decision')
  .build();
