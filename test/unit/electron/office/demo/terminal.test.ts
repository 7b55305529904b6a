import { describe, expect, it } from 'vitest';
import { Progress, textTable } from '#office/demo/terminal.ts';

function record(isTerminal: boolean): { lines: string[]; progress: Progress } {
  const lines: string[] = [];
  return { lines, progress: new Progress({ isTerminal, write: (text) => lines.push(text) }) };
}

describe('the progress of the demo', () => {
  it('writes one line a stage where nobody watches, with time and summary', async () => {
    const { lines, progress } = record(false);
    const answer = await progress.stage('Zählen', async (say) => {
      say('halb fertig');
      return [42, '42 gezählt'];
    });
    expect(answer).toBe(42);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ {2}Zählen +\d+,\d s {3}42 gezählt\n$/);
    expect(progress.times).toEqual([{ name: 'Zählen', seconds: expect.any(Number) }]);
  });

  it('shows on a terminal how far it is', async () => {
    const { lines, progress } = record(true);
    await progress.stage('Zählen', async (say) => {
      say('halb fertig');
      return [null, 'fertig'];
    });
    expect(lines.join('')).toContain('halb fertig');
  });

  it('lets a failure through', async () => {
    const { progress } = record(false);
    await expect(progress.stage('Zählen', () => Promise.reject(new Error('kaputt')))).rejects.toThrow(
      'kaputt',
    );
    expect(progress.times).toEqual([]);
  });
});

describe('a table of text', () => {
  it('lines up words to the left, figures to the right, and sets off the sum', () => {
    const columns = [
      { heading: 'Wohnung', figures: false },
      { heading: 'Euro', figures: true },
    ];
    const rows = [
      ['Küche', '1,00'],
      ['Bad', '12,50'],
      ['Summe', '13,50'],
    ];
    expect(textTable(columns, rows, 1)).toBe(
      [
        'Wohnung   Euro',
        '──────────────',
        'Küche     1,00',
        'Bad      12,50',
        '──────────────',
        'Summe    13,50',
        '',
      ].join('\n'),
    );
  });
});
