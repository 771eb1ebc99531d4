import { describe, expect, test } from '@jest/globals';
import { BadConfiguration, readEnv } from '../../config/env.ts';

function problemsOf(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    return error.problems;
  }
}

const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=do-not-tell';

describe('the settings of fall-back channels', () => {
  test('are none unless somebody sets them', () => {
    expect(readEnv({}).fallback).toEqual({});
    expect(readEnv({ ZHISHOU_FALLBACK_WECOM_URL: '' }).fallback).toEqual({});
  });

  test('name each channel with what it needs', () => {
    const { fallback } = readEnv({
      ZHISHOU_FALLBACK_WECOM_URL: WECOM,
      ZHISHOU_FALLBACK_DINGTALK_URL: 'https://oapi.dingtalk.com/robot/send?access_token=t',
      ZHISHOU_FALLBACK_DINGTALK_SECRET: 'SECx',
      ZHISHOU_FALLBACK_FEISHU_URL: 'https://open.feishu.cn/open-apis/bot/v2/hook/h',
      ZHISHOU_FALLBACK_MAIL_SERVER: 'smtps://duty:p%40ss@mail.example.cn',
      ZHISHOU_FALLBACK_MAIL_FROM: 'zhishou@example.cn',
      ZHISHOU_FALLBACK_MAIL_TO: 'duty@example.cn, office@example.cn',
    });
    expect(fallback).toEqual({
      wecom: { url: WECOM },
      dingtalk: { url: 'https://oapi.dingtalk.com/robot/send?access_token=t', secret: 'SECx' },
      feishu: { url: 'https://open.feishu.cn/open-apis/bot/v2/hook/h' },
      mail: {
        server: 'smtps://duty:p%40ss@mail.example.cn',
        from: 'zhishou@example.cn',
        to: ['duty@example.cn', 'office@example.cn'],
      },
    });
  });

  test('are named all together where they are wrong, and never quoted', () => {
    const problems = problemsOf({
      ZHISHOU_FALLBACK_WECOM_URL: 'do-not-tell',
      ZHISHOU_FALLBACK_FEISHU_URL: 'ftp://do-not-tell',
      ZHISHOU_FALLBACK_MAIL_SERVER: 'https://do-not-tell',
      ZHISHOU_FALLBACK_MAIL_TO: 'do-not-tell',
    });
    expect(problems.map((problem) => problem.split(':')[0]!.replace(/\.\d+$/, ''))).toEqual([
      'ZHISHOU_FALLBACK_WECOM_URL',
      'ZHISHOU_FALLBACK_FEISHU_URL',
      'ZHISHOU_FALLBACK_MAIL_SERVER',
      'ZHISHOU_FALLBACK_MAIL_TO',
    ]);
    expect(problems.join()).not.toContain('do-not-tell');
  });

  test.each([
    [{ ZHISHOU_FALLBACK_DINGTALK_SECRET: 'SECx' }, ['ZHISHOU_FALLBACK_DINGTALK_URL']],
    [{ ZHISHOU_FALLBACK_MAIL_TO: 'duty@example.cn' }, ['ZHISHOU_FALLBACK_MAIL_SERVER']],
    [{ ZHISHOU_FALLBACK_MAIL_SERVER: 'smtp://127.0.0.1' }, ['ZHISHOU_FALLBACK_MAIL_FROM', 'ZHISHOU_FALLBACK_MAIL_TO']],
  ])('that are there only in part say what is missing', (source, missing) => {
    expect(problemsOf(source).map((problem) => problem.split(':')[0])).toEqual(missing);
  });
});
