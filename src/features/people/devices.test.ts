import { expect, test } from 'vitest';
import { deviceOf } from './devices.ts';

test('a device is called by its browser and system, whatever else the browser pretends to be', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0';
  const phone =
    'Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36';
  const apple =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1';
  expect([edge, phone, apple, 'curl/8', null].map(deviceOf)).toEqual(['Edge, Windows', 'Chrome, Android', 'Safari, iOS', '', '']);
});
