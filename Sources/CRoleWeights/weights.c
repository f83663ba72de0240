#include "CRoleWeights.h"

extern const unsigned char banxin_roles[];

const void *banxin_role_weights(void) { return banxin_roles; }
