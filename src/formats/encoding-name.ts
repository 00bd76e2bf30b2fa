/** 编码 that inputs come in, by the names that the command line uses. Apart, because telling and mending encodings both need it. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';
