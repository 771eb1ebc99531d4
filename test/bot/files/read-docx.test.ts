import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSpeech } from '../../../bot/files/read-speech.ts';
import { UnreadableFile } from '../../../bot/files/unreadable-file.ts';
import { zip } from './zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a Word file with the given body, as Word and WPS write them. */
function parts(body: string): Record<string, string> {
  const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${MAIN}.footnotes+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/footnotes.xml': xml(
      `<w:footnotes ${NAMES}><w:footnote w:id="2">${paragraph('脚注：数据来自县统计局')}</w:footnote></w:footnotes>`,
    ),
    'word/header1.xml': xml(`<w:hdr ${NAMES}>${paragraph('内部材料')}</w:hdr>`),
    'word/document.xml': xml(`<w:document ${NAMES}><w:body>${body}<w:sectPr/></w:body></w:document>`),
  };
}

const run = (text: string) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) =>
  `<w:p w:rsidR="00A1"><w:pPr><w:ind w:firstLine="640"/></w:pPr>${runs.map((text) => (text.startsWith('<') ? text : run(text))).join('')}</w:p>`;

async function read(body: string): Promise<string[]> {
  const text = await readSpeech({ name: '讲话.docx', bytes: zip(parts(body)) });
  return text!.split('\n').filter(Boolean);
}

const by = 'w:id="1" w:author="许静" w:date="2026-03-01T09:00:00Z"';

test('a paragraph is a line, however many pieces Word has cut it into', async () => {
  const body = paragraph('各乡', '镇要在', '5月底前', '完成。') + paragraph() + paragraph('谢谢大家。');

  expect(await read(body)).toEqual(['各乡镇要在5月底前完成。', '谢谢大家。']);
});

test('breaks, tabs, blanks and signs are what they look like', async () => {
  const pieces = [
    '<w:r><w:t xml:space="preserve">一、 </w:t><w:br/><w:t>A&amp;B&lt;C&gt; &#x201C;四个一律&#8221;</w:t></w:r>',
    '<w:r><w:tab/><w:t>二</w:t></w:r>',
  ];

  expect(await read(paragraph(...pieces))).toEqual(['一、 ', 'A&B<C> “四个一律”\t二']);
});

test('a table gives its cells in the order of reading', async () => {
  const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const body = `<w:tbl><w:tblPr/>${row('事项', '牵头单位')}${row('排查隐患', '应急局')}</w:tbl>${paragraph('以上事项请抓紧。')}`;

  expect(await read(body)).toEqual(['事项', '牵头单位', '排查隐患', '应急局', '以上事项请抓紧。']);
});

describe('tracked changes are read as if they were accepted', () => {
  test('what was taken out is not read, what was put in is', async () => {
    const body = paragraph(
      '各乡镇要在',
      `<w:del ${by}><w:r><w:delText>4月底前</w:delText></w:r></w:del>`,
      `<w:ins ${by}>${run('5月底前')}</w:ins>`,
      '完成。',
    );

    expect(await read(body)).toEqual(['各乡镇要在5月底前完成。']);
  });

  test('what was moved is read once, where it is now', async () => {
    const moved = run('应急局每周通报。');
    const body =
      paragraph(`<w:moveFromRangeStart ${by} w:name="m"/><w:moveFrom ${by}>${moved}</w:moveFrom>`, '一是排查。') +
      paragraph('二是通报。', `<w:moveTo ${by}>${moved}</w:moveTo>`);

    expect(await read(body)).toEqual(['一是排查。', '二是通报。应急局每周通报。']);
  });

  test('a mark without content takes nothing with it', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('应急局要督查。')}</w:p>`;

    expect(await read(body)).toEqual(['应急局要督查。']);
  });
});

test('a text box is read once, after the paragraph that it hangs in', async () => {
  const box = `<w:txbxContent>${paragraph('联系人：王芳')}${paragraph('电话：0000')}</w:txbxContent>`;
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  expect(await read(paragraph('各乡镇要在', drawing, '5月底前完成。') + paragraph('完。'))).toEqual([
    '各乡镇要在5月底前完成。',
    '联系人：王芳',
    '电话：0000',
    '完。',
  ]);
});

test('footnotes, headings of pages, field codes and pinyin are no part of the speech', async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "yyyy"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const ruby = `<w:r><w:ruby><w:rt>${run('láng')}</w:rt><w:rubyBase>${run('朗')}</w:rubyBase></w:ruby></w:r>`;
  const body = paragraph(
    '全县',
    '<w:r><w:footnoteReference w:id="2"/></w:r>',
    field,
    '隐患146处，由',
    ruby,
    '溪镇排查。',
  );

  expect(await read(body)).toEqual(['全县隐患146处，由朗溪镇排查。']);
});

async function reasonOf(bytes: Uint8Array, name = '讲话.docx'): Promise<string> {
  try {
    const text = await readSpeech({ name, bytes });
    return text === undefined ? 'other' : 'read';
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
}

describe('not read, and said why:', () => {
  const whole = zip(parts(paragraph('各乡镇要排查。')));
  const LOCKED = [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')];
  const bomb = { ...parts(''), 'word/document.xml': Buffer.alloc(30 * 1024 ** 2, ' ').toString() };

  test.each<[string, Uint8Array, string]>([
    ['an archive without a document', zip({ 'a.txt': '各乡镇要排查。' }), 'broken'],
    ['a file cut off on its way', whole.slice(0, whole.length - 100), 'broken'],
    ['a workbook by another name', zip({ 'xl/workbook.xml': '<workbook/>' }), 'broken'],
    ['text by the name of a Word file', Buffer.from('各乡镇要排查。'), 'broken'],
    ['a bomb', zip(bomb), 'too-big-unpacked'],
    ['a bomb that lies about its size', zip(bomb, 10), 'too-big-unpacked'],
    [
      'xml that breaks off',
      zip({ 'word/document.xml': `<w:document><w:body>${paragraph('各乡镇')}<w:p><w:r><w:t>应` }),
      'broken',
    ],
    ['no xml at all', zip({ 'word/document.xml': '各乡镇要排查。' }), 'broken'],
    ['a locked Word file', Buffer.concat(LOCKED), 'password'],
    ['an old Word file', Buffer.concat(LOCKED.slice(0, 2)), 'broken'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  test('an old Word file under its own name is another kind of file', async () => {
    expect(await reasonOf(Buffer.concat(LOCKED.slice(0, 2)), '讲话.doc')).toBe('other');
  });
});

test('tags that do not belong together harm no other paragraph', async () => {
  expect(
    await read(`</w:p></w:txbxContent></w:del></w:t>${paragraph('完。')}<w:txbxContent>${paragraph('谢谢。')}`),
  ).toEqual(['完。', '谢谢。']);
});

test('whatever is done to the bytes of a file, it is read or refused', async () => {
  const whole = zip(parts(paragraph('各乡镇要排查。')));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(['read', 'other', 'broken', 'too-big-unpacked', 'encoding', 'password']).toContain(
          await reasonOf(bytes),
        );
      },
    ),
    { numRuns: 300 },
  );
});
