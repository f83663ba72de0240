/* The lexicon's bytes, part of the program: nothing is read at its start. */
.section .rodata
.global banxin_words
.balign 8
banxin_words:
.incbin "words.bin"
.section .note.GNU-stack,"",%progbits
