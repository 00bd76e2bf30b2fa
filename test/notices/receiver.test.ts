import { describe, expect, it } from 'vitest';
import { receiverFor } from '../../src/notices/index.js';

const receivers = [
  { region: '211100', name: '某市纪委监委' },
  { region: '211122', name: '某县纪委监委' },
];

describe('the receiver of a lead', () => {
  it('is the commission of its region', () => {
    expect(receiverFor({ region: '211122', level: '县区' }, receivers)).toBe('某县纪委监委');
  });

  it('is the city’s commission for an agency of the city that acted in a county', () => {
    expect(receiverFor({ region: '211122', level: '市' }, receivers)).toBe('某市纪委监委');
  });

  it('is never defaulted: a region that is not listed has none', () => {
    expect(receiverFor({ region: '211102', level: '县区' }, receivers)).toBeNull();
    expect(receiverFor({ region: null, level: null }, receivers)).toBeNull();
    expect(receiverFor({ region: '211100', level: '市' }, [])).toBeNull();
  });
});
