"""The Word document (Word 文档) by idea: its elements, styles, running text, blocks and endnotes."""
