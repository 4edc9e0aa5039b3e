import { describe, expect, it } from 'vitest';
import { remarkText } from '../../server/jira/normalize/remark-text.ts';
import { fieldsJson, issueJson, signal, sourceOn } from './fake-jira.ts';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });

describe('the text of a remark', () => {
  it('is that of its nodes, a line for each block, without marks.', () => {
    const bold = { ...text('three'), marks: [{ type: 'strong' }] };
    const list = {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('first'))] },
        { type: 'listItem', content: [paragraph(text('second'))] },
      ],
    };
    const body = doc(
      paragraph(text('Waits for '), bold, text(' machines,'), { type: 'hardBreak' }, text('since Monday.')),
      list,
      paragraph({ type: 'inlineCard', attrs: { url: 'https://example.com/a' } }, text(' until '), {
        type: 'date',
        attrs: { timestamp: '1709164800000' },
      }),
      { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x' } }] },
    );
    // 1709164800 is 2024-02-29T00:00:00Z by GNU date.
    expect(remarkText(body)).toBe(
      'Waits for three machines,\nsince Monday.\nfirst\nsecond\nhttps://example.com/a until 2024-02-29',
    );
    expect(remarkText('Plain  text\r\n\r\nof old ')).toBe('Plain text\nof old');
  });

  it('leaves out the heading that Jira writes over the reason of a flag, and nothing else.', () => {
    const emoji = { type: 'emoji', attrs: { shortName: ':flag_on:', text: ':flag_on:' } };
    const sign = { type: 'emoji', attrs: { shortName: ':triangular_flag_on_post:', text: '🚩' } };
    for (const head of [[text('(flag) Flag added')], [emoji, text(' Flag added')], [sign, text(' Flag added')]])
      expect(remarkText(doc(paragraph(...head), paragraph(text('No licence yet.'))))).toBe('No licence yet.');
    expect(remarkText(doc(paragraph(text('(flag) Flag added'))))).toBeNull();
    expect(remarkText(doc(paragraph(text('Flag added by mistake'))))).toBe('Flag added by mistake');
    expect(remarkText(doc(paragraph(text('Why'), text('?')), paragraph(text('Flag added'))))).toBe('Why?\nFlag added');
  });

  it('names nobody who is mentioned.', () => {
    const mention = { type: 'mention', attrs: { id: '712020:1', text: '@Carla' } };
    expect(remarkText(doc(paragraph(text('Ask '), mention, text(' first.'))))).toBe('Ask @someone first.');
  });

  it('is bounded, however long and deep what Jira sends, and null for what is none.', () => {
    expect(remarkText(doc(paragraph(text('x'.repeat(100_000)))))).toBe('x'.repeat(500));
    const long = doc(...Array.from({ length: 50_000 }, () => paragraph(text('a line'))));
    expect(remarkText(long)).toHaveLength(500);
    let deep: object = text('down here');
    for (let level = 0; level < 5_000; level += 1) deep = { type: 'panel', content: [deep] };
    expect(remarkText(deep)).toBeNull();
    for (const odd of [null, undefined, 7, [], {}, { type: 'doc' }, { type: 'doc', content: 'text' }, '', ' \n '])
      expect(remarkText(odd)).toBeNull();
    expect(
      remarkText(
        doc(paragraph({ type: 'text', text: 5 }, text('read'), { type: 'date', attrs: { timestamp: 'soon' } })),
      ),
    ).toBe('read');
  });
});

describe('the remarks of a page', () => {
  const comment = (id: number, body: unknown, accountId: string | null = 'a1') => ({
    id: String(id),
    ...(accountId && { author: { accountId, displayName: 'Person' } }),
    created: `2026-09-01T10:0${id}:00.000+0000`,
    body,
  });
  const comments = [comment(1, doc(paragraph(text('Because.')))), comment(2, doc()), comment(3, 'Nobody said', null)];

  it('are what people wrote on the issues, flagged now or not, and no part of them.', async () => {
    const issues = [
      issueJson(1, { comment: { comments, total: 3 } }),
      issueJson(2, { customfield_10021: [{ value: 'Impediment' }], comment: { comments: [], total: 0 } }),
    ];
    const { source } = sourceOn(({ path }) => (path === 'field' ? fieldsJson : { issues }));
    const page = await source.page(new Date(0), null, signal);
    expect([...page.remarks]).toEqual([
      ['1', [{ at: new Date('2026-09-01T10:01:00Z'), authorId: 'a1', text: 'Because.' }]],
    ]);
    expect(JSON.stringify(page.issues)).not.toContain('Because');
  });

  it('reach to comments that the issue does not list.', async () => {
    const issues = [
      issueJson(1, { customfield_10021: [{ value: 'Impediment' }], comment: { comments: [], total: 3 } }),
    ];
    const { source } = sourceOn(({ path }) =>
      path === 'field'
        ? fieldsJson
        : path === 'search/jql'
          ? { issues }
          : { comments, startAt: 0, maxResults: 100, total: 3 },
    );
    const page = await source.page(new Date(0), null, signal);
    expect(page.remarks.get('1')).toHaveLength(1);
  });
});
