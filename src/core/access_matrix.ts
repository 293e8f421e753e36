/** The verbs and roles of access.ts as a page that people can read and argue about. */
import { ROLES, VERBS, type Role, type Scope } from './access.ts';
import { t } from './text.ts';

export function accessMatrix(): string {
  const head = ['', 'Phạm vi', ...ROLES.map((role) => t('vi', `role.${role}`))];
  const rows = Object.entries(VERBS).map(([verb, { scope, by }]) => [
    `\`${verb}\``,
    t('vi', `scope.${scope}`),
    ...ROLES.map((role) => ((by as readonly Role[]).includes(role) ? '●' : '')),
  ]);
  const scopes = (['open', 'self', 'anywhere', 'reach', 'involved', 'house', 'machine'] satisfies Scope[]).map(
    (scope) => `- **${t('vi', `scope.${scope}`)}**: ${t('vi', `scope_help.${scope}`)}`,
  );
  return [
    '# Ai được làm gì',
    'Do `npm run access` viết ra từ `src/core/access.ts`; đừng sửa ở đây.',
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    '## Phạm vi',
    scopes.join('\n'),
    'Người dùng dòng lệnh trên chính máy chủ được làm mọi việc: người ấy đằng nào cũng đọc được cơ sở dữ liệu.',
    '',
  ].join('\n\n');
}
