import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from '../../domain/message.ts';
import { secrecyMark, secrecyMarkOfPaper } from '../../domain/secrecy/secrecy-mark.ts';

function aMessage(text: string, other: Partial<IncomingMessage> = {}): IncomingMessage {
  const sentAt = new Date('2026-01-15T02:12:00Z');
  return {
    id: 'm.1',
    sentAt,
    receivedAt: sentAt,
    from: { contactId: 'c', name: '陈立' },
    kind: 'text',
    text,
    mentionsMe: false,
    mentionsAll: false,
    mentions: [],
    ...other,
  };
}

const file = (name: string) => ({ file: { sha256: 'x', name, size: 1, kind: 'file' as const } });

describe('what bears a secrecy mark is stopped', () => {
  test.each([
    ['机密★10年 关于做好有关工作的通知', '机密'],
    ['机 密', '机密'],
    ['绝密文件请收好', '绝密'],
    ['【秘密】某某会议纪要', '秘密'],
    ['秘密★1年', '秘密★'],
    ['这份属于工作秘密，先看看', '工作秘密'],
    ['内部资料 注意保存', '内部资料'],
    ['注意保存\n各单位：', '注意保存'],
    ['国办发明电〔2026〕3号', '明电'],
    ['特急 明电', '明电'],
    ['密电一份', '密电'],
    ['把涉密文件发我', '涉密'],
    ['打不开这个不错的机密文件', '机密'],
  ])('%s', (text, mark) => {
    expect(secrecyMark(aMessage(text))).toBe(mark);
  });

  test('in the name of a file, however it is spelt', () => {
    expect(secrecyMark(aMessage('', file('机密★1年 关于烟花爆竹.pdf')))).toBe('机密');
    expect(secrecyMark(aMessage('请看', file('内 部 资 料.docx')))).toBe('内部资料');
  });

  test('in what somebody quotes, but not in our own warning that he quotes', () => {
    const quote = { from: '赵敏', text: '机密★10年', mine: false };
    expect(secrecyMark(aMessage('收到', { quote }))).toBe('机密');
    expect(
      secrecyMark(aMessage('收到', { quote: { ...quote, text: '疑似涉密或内部文件', mine: true } })),
    ).toBeUndefined();
  });
});

describe('ordinary words of an office are let through', () => {
  test.each([
    '请提醒司机密切注意路面结冰',
    '值班手机密码已改',
    '反应釜电机密封不严，已停用',
    '拒绝密切接触者进入',
    '报送时请注明电话',
    '说明电路老化情况',
    '照明电源已切断',
    '精密电子厂隐患3处',
    '整改照片请注意保存',
    '严禁在群里转发涉密文件',
    '群里不得发布涉密内容',
    '本通知非涉密，可转发',
    '请组织涉密人员培训',
    '加强秘密级以下的保密宣传',
    '收到',
  ])('%s', (text) => {
    expect(secrecyMark(aMessage(text))).toBeUndefined();
  });
});

test('a paper bears its mark at its head; a file whose contents bear one is refused whatever its name', () => {
  expect(secrecyMarkOfPaper('机密★1年\n关于做好有关工作的通知')).toBe('机密');
  expect(secrecyMarkOfPaper(`关于档案管理的讲话\n${'各位要把档案管好。'.repeat(60)}绝密文件另行保管`)).toBeUndefined();
  const file = { sha256: '', name: '通知.txt', size: 0, kind: 'file', mark: '机密' } as const;
  expect(secrecyMark(aMessage('', { file }))).toBe('机密');
});
