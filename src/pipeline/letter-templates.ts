/**
 * 本单位的文书模板 (letter templates): DOCX files that an office edits in WPS, in the folder that xingji.yaml names. Each is checked
 * whole before the first letter is made.
 */
import { basename, join } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import type { TransferDocuments } from '../domain/letter.js';
import { exists, readBytes } from '../files/index.js';
import { checkTemplate, type TemplateCheck, templateFiller } from '../render/letters/index.js';
import { openWorkspace, resolved, type Surroundings } from './workspace.js';

/** The documents that a template may stand for, by file name. */
const TEMPLATE_TITLES = ['移送函', '移送登记表', '移送清单', '回执'] as const;

export interface OwnTemplate {
  readonly title: string;
  fill(documents: TransferDocuments): Promise<Uint8Array>;
}

/** The office's own templates; null where it has none and the shipped layout is used. */
export const ownTemplates = async (
  folder: string | null,
  revealIdentity: boolean,
): Promise<readonly OwnTemplate[] | null> => {
  if (folder === null) return null;
  const own = TEMPLATE_TITLES.map((title) => ({ title, path: join(folder, `${title}.docx`) })).filter(({ path }) =>
    exists(path),
  );
  if (own.length === 0)
    throw new Failure(
      EXIT.usage,
      'templates-none',
      `模板文件夹 ${folder} 里没有文书模板`,
      `放入 ${TEMPLATE_TITLES.join('.docx、')}.docx 中需要的，或去掉配置中的 templates`,
    );
  const templates: OwnTemplate[] = [];
  for (const { title, path } of own) {
    const bytes = readBytes(path);
    const { findings, asksIdentity } = await checkTemplate(bytes, path);
    const errors = findings.filter((finding) => finding.severity === 'error');
    if (errors.length > 0)
      throw new Failure(
        EXIT.usage,
        'template-invalid',
        `模板 ${basename(path)} 有错误，没有生成文书`,
        '按上面的说明改正模板，用 xingji notice template check 检查',
        errors,
      );
    if (asksIdentity && !revealIdentity)
      throw new Failure(
        EXIT.usage,
        'template-identity',
        `模板 ${basename(path)} 要显示完整的身份证号`,
        '确需显示时加 --reveal-identity，否则改用模板中的脱敏字段',
      );
    templates.push({ title, fill: await templateFiller(bytes) });
  }
  return templates;
};

export interface CheckedTemplate extends TemplateCheck {
  readonly path: string;
}

export const checkTemplates = async (
  surroundings: Surroundings,
  typed: readonly string[],
): Promise<readonly CheckedTemplate[]> => {
  const workspace = openWorkspace(surroundings);
  const folder = workspace.config.templates ?? join(surroundings.programRoot, 'data', 'templates');
  const paths =
    typed.length > 0
      ? typed.map((path) => resolved(surroundings.workingFolder, path))
      : TEMPLATE_TITLES.map((title) => join(folder, `${title}.docx`)).filter(exists);
  const checked: CheckedTemplate[] = [];
  for (const path of paths) {
    if (!exists(path)) throw new Failure(EXIT.noInput, 'file-missing', `找不到模板“${path}”`, '核对路径');
    checked.push({ path, ...(await checkTemplate(readBytes(path), path)) });
  }
  return checked;
};
