import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastNoticeDay } from './index.ts';

test('notice is given at the latest its months before the last day of the term', () => {
  assert.equal(lastNoticeDay({ to: '2027-12-15', noticeMonths: 9 }), '2027-03-15');
  assert.equal(lastNoticeDay({ to: '2027-01-10', noticeMonths: 12 }), '2026-01-10');
  assert.equal(lastNoticeDay({ to: '2027-01-10', noticeMonths: 1 }), '2026-12-10');
});

test('a term that ends with a month has its last day of notice at the end of a month', () => {
  assert.equal(lastNoticeDay({ to: '2026-12-31', noticeMonths: 6 }), '2026-06-30');
  assert.equal(lastNoticeDay({ to: '2026-06-30', noticeMonths: 6 }), '2025-12-31');
  assert.equal(lastNoticeDay({ to: '2028-05-31', noticeMonths: 3 }), '2028-02-29');
  assert.equal(lastNoticeDay({ to: '2027-05-30', noticeMonths: 3 }), '2027-02-28', 'a shorter month');
});

test('an agreement without an end, or without a period of notice, has no such day', () => {
  assert.equal(lastNoticeDay({ to: null, noticeMonths: 9 }), undefined);
  assert.equal(lastNoticeDay({ to: '2027-12-15', noticeMonths: null }), undefined);
});
