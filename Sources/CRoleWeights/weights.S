/* The second reader's weights, part of the program: nothing is read at its start. */
.section .rodata
.global banxin_roles
.balign 8
banxin_roles:
/* Builds follow this source, not the file: sha256 39e2a76fc028cbe7c98b520d71275aa370891f947c51ad99b7b37212c76a4554 */
.incbin "roles.bin"
.section .note.GNU-stack,"",%progbits
