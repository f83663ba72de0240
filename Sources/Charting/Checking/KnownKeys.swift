/// The keys of Vega-Lite 6.4 by the place where they stand, from its JSON schema (BSD-3-Clause,
/// University of Washington Interactive Data Lab).
enum KnownKeys {
  /// Place to keys.
  static let table: [String: [String]] = lists.mapValues {
    $0.split(separator: " ").map(String.init)
  }

  private static let lists: [String: String] = [
    "aggregated": """
    as field op param
    """,
    "axis": """
    aria bandPosition description domain domainCap domainColor domainDash domainDashOffset \
    domainOpacity domainWidth format formatType grid gridCap gridColor gridDash \
    gridDashOffset gridOpacity gridWidth labelAlign labelAngle labelBaseline labelBound \
    labelColor labelExpr labelFlush labelFlushOffset labelFont labelFontSize \
    labelFontStyle labelFontWeight labelLimit labelLineHeight labelOffset labelOpacity \
    labelOverlap labelPadding labelSeparation labels maxExtent minExtent offset orient \
    position style tickBand tickCap tickColor tickCount tickDash tickDashOffset tickExtra \
    tickMinStep tickOffset tickOpacity tickRound tickSize tickWidth ticks title titleAlign \
    titleAnchor titleAngle titleBaseline titleColor titleFont titleFontSize titleFontStyle \
    titleFontWeight titleLimit titleLineHeight titleOpacity titlePadding titleX titleY \
    translate values zindex
    """,
    "axisconfig": """
    aria bandPosition description disable domain domainCap domainColor domainDash \
    domainDashOffset domainOpacity domainWidth format formatType grid gridCap gridColor \
    gridDash gridDashOffset gridOpacity gridWidth labelAlign labelAngle labelBaseline \
    labelBound labelColor labelExpr labelFlush labelFlushOffset labelFont labelFontSize \
    labelFontStyle labelFontWeight labelLimit labelLineHeight labelOffset labelOpacity \
    labelOverlap labelPadding labelSeparation labels maxExtent minExtent offset orient \
    position style tickBand tickCap tickColor tickCount tickDash tickDashOffset tickExtra \
    tickMinStep tickOffset tickOpacity tickRound tickSize tickWidth ticks title titleAlign \
    titleAnchor titleAngle titleBaseline titleColor titleFont titleFontSize titleFontStyle \
    titleFontWeight titleLimit titleLineHeight titleOpacity titlePadding titleX titleY \
    translate values zindex
    """,
    "binparams": """
    anchor base binned divide extent maxbins minstep nice step steps
    """,
    "channel": """
    aggregate align axis bandPosition bin bounds center columns condition datum field \
    filter format formatType header impute legend rescale scale sort spacing stack \
    timeUnit title tooltip type value
    """,
    "condition": """
    aggregate align axis bandPosition bin bounds center columns condition datum empty \
    field filter format formatType header impute legend param rescale scale sort spacing \
    stack test timeUnit title tooltip type value
    """,
    "config": """
    arc area aria autosize axis axisBand axisBottom axisDiscrete axisLeft axisPoint \
    axisQuantitative axisRight axisTemporal axisTop axisX axisXBand axisXDiscrete \
    axisXPoint axisXQuantitative axisXTemporal axisY axisYBand axisYDiscrete axisYPoint \
    axisYQuantitative axisYTemporal background bar boxplot circle concat countTitle \
    customFormatTypes errorband errorbar facet fieldTitle font geoshape header \
    headerColumn headerFacet headerRow image legend line lineBreak locale mark \
    normalizedNumberFormat normalizedNumberFormatType numberFormat numberFormatType \
    padding params point projection range rect rule scale selection square style text tick \
    timeFormat timeFormatType title tooltipFormat trail view
    """,
    "data": """
    format graticule name sequence sphere url values
    """,
    "encoding": """
    angle color column description detail facet fill fillOpacity href key latitude \
    latitude2 longitude longitude2 opacity order radius radius2 row shape size stroke \
    strokeDash strokeOpacity strokeWidth text theta theta2 time tooltip url x x2 xError \
    xError2 xOffset y y2 yError yError2 yOffset
    """,
    "encodingsortfield": """
    field op order
    """,
    "facetmapping": """
    column row
    """,
    "format": """
    delimiter feature filter mesh parse property type
    """,
    "graticule": """
    extent extentMajor extentMinor precision step stepMajor stepMinor
    """,
    "header": """
    format formatType labelAlign labelAnchor labelAngle labelBaseline labelColor labelExpr \
    labelFont labelFontSize labelFontStyle labelFontWeight labelLimit labelLineHeight \
    labelOrient labelPadding labels orient title titleAlign titleAnchor titleAngle \
    titleBaseline titleColor titleFont titleFontSize titleFontStyle titleFontWeight \
    titleLimit titleLineHeight titleOrient titlePadding
    """,
    "headerconfig": """
    format formatType labelAlign labelAnchor labelAngle labelBaseline labelColor labelExpr \
    labelFont labelFontSize labelFontStyle labelFontWeight labelLimit labelLineHeight \
    labelOrient labelPadding labels orient title titleAlign titleAnchor titleAngle \
    titleBaseline titleColor titleFont titleFontSize titleFontStyle titleFontWeight \
    titleLimit titleLineHeight titleOrient titlePadding
    """,
    "imputeparams": """
    frame keyvals method value
    """,
    "legend": """
    aria clipHeight columnPadding columns cornerRadius description direction fillColor \
    format formatType gradientLength gradientOpacity gradientStrokeColor \
    gradientStrokeWidth gradientThickness gridAlign labelAlign labelBaseline labelColor \
    labelExpr labelFont labelFontSize labelFontStyle labelFontWeight labelLimit \
    labelOffset labelOpacity labelOverlap labelPadding labelSeparation legendX legendY \
    offset orient padding rowPadding strokeColor symbolDash symbolDashOffset \
    symbolFillColor symbolLimit symbolOffset symbolOpacity symbolSize symbolStrokeColor \
    symbolStrokeWidth symbolType tickCount tickMinStep title titleAlign titleAnchor \
    titleBaseline titleColor titleFont titleFontSize titleFontStyle titleFontWeight \
    titleLimit titleLineHeight titleOpacity titleOrient titlePadding type values zindex
    """,
    "legendconfig": """
    aria clipHeight columnPadding columns cornerRadius description direction disable \
    fillColor gradientDirection gradientHorizontalMaxLength gradientHorizontalMinLength \
    gradientLabelLimit gradientLabelOffset gradientLength gradientOpacity \
    gradientStrokeColor gradientStrokeWidth gradientThickness gradientVerticalMaxLength \
    gradientVerticalMinLength gridAlign labelAlign labelBaseline labelColor labelFont \
    labelFontSize labelFontStyle labelFontWeight labelLimit labelOffset labelOpacity \
    labelOverlap labelPadding labelSeparation layout legendX legendY offset orient padding \
    rowPadding strokeColor strokeDash strokeWidth symbolBaseFillColor \
    symbolBaseStrokeColor symbolDash symbolDashOffset symbolDirection symbolFillColor \
    symbolLimit symbolOffset symbolOpacity symbolSize symbolStrokeColor symbolStrokeWidth \
    symbolType tickCount title titleAlign titleAnchor titleBaseline titleColor titleFont \
    titleFontSize titleFontStyle titleFontWeight titleLimit titleLineHeight titleOpacity \
    titleOrient titlePadding unselectedOpacity zindex
    """,
    "lookup": """
    data fields key param
    """,
    "mark": """
    align angle aria ariaRole ariaRoleDescription aspect band bandSize baseline binSpacing \
    blend borders box clip color continuousBandSize cornerRadius cornerRadiusBottomLeft \
    cornerRadiusBottomRight cornerRadiusEnd cornerRadiusTopLeft cornerRadiusTopRight \
    cursor description dir discreteBandSize dx dy ellipsis extent fill fillOpacity filled \
    font fontSize fontStyle fontWeight height href innerRadius interpolate invalid limit \
    line lineBreak lineHeight median minBandSize opacity order orient outerRadius outliers \
    padAngle point radius radius2 radius2Offset radiusOffset rule shape size smooth stroke \
    strokeCap strokeDash strokeDashOffset strokeJoin strokeMiterLimit strokeOffset \
    strokeOpacity strokeWidth style tension text theta theta2 theta2Offset thetaOffset \
    thickness ticks time timeUnitBandPosition timeUnitBandSize tooltip type url width x x2 \
    x2Offset xOffset y y2 y2Offset yOffset
    """,
    "markconfig": """
    align angle aria ariaRole ariaRoleDescription aspect band bandSize baseline binSpacing \
    blend borders box color continuousBandSize cornerRadius cornerRadiusBottomLeft \
    cornerRadiusBottomRight cornerRadiusEnd cornerRadiusTopLeft cornerRadiusTopRight \
    cursor description dir discreteBandSize dx dy ellipsis endAngle extent fill \
    fillOpacity filled font fontSize fontStyle fontWeight height href innerRadius \
    interpolate invalid limit line lineBreak lineHeight median minBandSize opacity order \
    orient outerRadius outliers padAngle point radius radius2 rule shape size smooth \
    startAngle stroke strokeCap strokeDash strokeDashOffset strokeJoin strokeMiterLimit \
    strokeOffset strokeOpacity strokeWidth tension text theta theta2 thickness ticks time \
    timeUnitBandPosition timeUnitBandSize tooltip url width x x2 y y2
    """,
    "predicate": """
    equal field gt gte lt lte oneOf range timeUnit valid
    """,
    "rangeconfig": """
    category diverging heatmap ordinal ramp symbol
    """,
    "projection": """
    center clipAngle parallels pointRadius precision reflectX reflectY rotate scale translate type
    """,
    "resolve": """
    axis legend scale
    """,
    "scale": """
    align base bins clamp constant domain domainMax domainMid domainMin domainRaw exponent \
    interpolate nice padding paddingInner paddingOuter range rangeMax rangeMin reverse \
    round scheme type zero
    """,
    "scaleconfig": """
    animationDuration bandPaddingInner bandPaddingOuter bandWithNestedOffsetPaddingInner \
    bandWithNestedOffsetPaddingOuter barBandPaddingInner clamp continuousPadding \
    framesPerSecond invalid maxBandSize maxFontSize maxOpacity maxSize maxStrokeWidth \
    minBandSize minFontSize minOpacity minSize minStrokeWidth offsetBandPaddingInner \
    offsetBandPaddingOuter pointPadding quantileCount quantizeCount rectBandPaddingInner \
    round tickBandPaddingInner useUnaggregatedDomain xReverse zero
    """,
    "scheme": """
    count extent name
    """,
    "sequence": """
    as start step stop
    """,
    "timeunitparams": """
    binned maxbins step unit utc
    """,
    "titleconfig": """
    align anchor angle aria baseline color dx dy font fontSize fontStyle fontWeight frame \
    limit lineHeight offset orient subtitleColor subtitleFont subtitleFontSize \
    subtitleFontStyle subtitleFontWeight subtitleLineHeight subtitlePadding zindex
    """,
    "titleparams": """
    align anchor angle aria baseline color dx dy font fontSize fontStyle fontWeight frame \
    limit lineHeight offset orient style subtitle subtitleColor subtitleFont \
    subtitleFontSize subtitleFontStyle subtitleFontWeight subtitleLineHeight \
    subtitlePadding text zindex
    """,
    "transform": """
    aggregate as bandwidth bin calculate counts cumulative default density extent field \
    filter flatten fold frame from groupby ignorePeers impute joinaggregate key keyvals \
    limit loess lookup maxsteps method minsteps offset on op order param params pivot \
    probs quantile regression resolve sample sort stack step steps timeUnit value window
    """,
    "view": """
    $schema align autosize background bounds center columns concat config data datasets \
    description encoding facet hconcat height layer mark name padding params projection \
    repeat resolve spacing spec title transform usermeta vconcat view width
    """,
    "viewbackground": """
    cornerRadius cursor fill fillOpacity opacity stroke strokeCap strokeDash \
    strokeDashOffset strokeJoin strokeMiterLimit strokeOpacity strokeWidth style
    """,
    "viewconfig": """
    clip continuousHeight continuousWidth cornerRadius cursor discreteHeight discreteWidth \
    fill fillOpacity opacity step stroke strokeCap strokeDash strokeDashOffset strokeJoin \
    strokeMiterLimit strokeOpacity strokeWidth
    """,
  ]
}
