/** What acts and duties of ours are called for readers of English; a policy’s own titles are quoted as it writes them. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  记沟通: 'Note a contact', 催办: 'Chase', 督办: 'Oversee', 回复督办: 'Answer the overseer', 解除督办: 'Stop overseeing', 批示: 'Instruct', 回复批示: 'Answer the instruction', 退回: 'Return', 挂起: 'Suspend', 恢复: 'Resume', 延期: 'Extend',
  撤回: 'Recall', 更正: 'Correct', 补全登记: 'Complete the record', 如实记录: 'Record as it happened', 合并: 'Merge', 拆开: 'Take apart', 移交: 'Hand over', 免责: 'Waive', 误登作废: 'Void',
  恢复或再议: 'Resume, or talk again', 重新转办: 'Forward anew', 按约再打: 'Call as agreed', 我来处理: 'Take the work',
};

/** The title of something of ours in the reader’s language. */
export const ourTitle = (title: string, language: 'zh' | 'en'): string => (language === 'en' ? IN_ENGLISH[title] ?? title : title);
