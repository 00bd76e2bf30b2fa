/**
 * 本单位 (the office) as its configuration file xingji.yaml tells of it: who it is, who receives its letters, where its
 * ledger lies. Read by src/config; every room sees this value and never the file.
 */

export interface Office {
  /** 全称, as letters sign it; {@link OFFICE_NOT_CONFIGURED} where no config names it. */
  readonly name: string;
  /** GB/T 2260 code. A lead without region belongs to it. */
  readonly region: string;
  /** 机关代字 of the number 机关代字〔year〕n号; null where not configured: then nothing can be issued. */
  readonly numberPrefix: string | null;
  /** 联系人 of letters whose lead names none, and the telephone under which the office is reached. */
  readonly contact: { readonly person: string | null; readonly phone: string | null };
}

/** 接收机关: the commission that receives the letters about leads of a region. */
export interface Receiver {
  readonly region: string;
  readonly name: string;
}

export interface OfficeConfig {
  /** The file read; null where the built-in defaults stand in. */
  readonly path: string | null;
  readonly office: Office;
  readonly receivers: readonly Receiver[];
  readonly numbering: {
    /** Year -> first number, where the year's series began on paper; 1 for years that are not named. */
    readonly startAt: Readonly<Record<string, number>>;
  };
  /** Absolute paths; null where the file names none. */
  readonly ledger: string | null;
  readonly rules: string | null;
  /** 文书模板: folder of the office's own letter templates. */
  readonly templates: string | null;
  /** 参考数据: folder whose files stand in for the shipped ones of data/. */
  readonly data: string | null;
}

export const OFFICE_NOT_CONFIGURED = '（未配置单位名称）';
