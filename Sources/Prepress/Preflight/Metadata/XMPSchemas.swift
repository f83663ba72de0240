/// The schemas that ISO 19005-2, 6.6.2.3.1 knows beforehand: those of the XMP specification of
/// September 2005 and the identification of PDF/A.
enum XMPSchemas {
  /// The namespaces by the prefix in which the standards print them.
  static let namespaces = [
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/", "xmpBJ": "http://ns.adobe.com/xap/1.0/bj/",
    "xmpTPg": "http://ns.adobe.com/xap/1.0/t/pg/",
    "xmpDM": "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/", "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/", "aux": "http://ns.adobe.com/exif/1.0/aux/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/", "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaType": "http://www.aiim.org/pdfa/ns/type#",
    "pdfaField": "http://www.aiim.org/pdfa/ns/field#",
  ]

  /// `dc:title` with its namespace in place of the prefix; nil for a prefix that is not known.
  static func fullName(_ name: String) -> String? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let space = namespaces[parts[0]] else { return nil }
    return "\(space)|\(parts[1])"
  }

  /// The types of all properties, by full name.
  static let types: [String: XMPType] = {
    var types: [String: XMPType] = [:]
    for (prefix, lines) in table {
      for line in lines.split(separator: ";") {
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        guard let type = XMPType(parts[0].trimmed) else { continue }
        for name in parts[1].split(whereSeparator: \.isWhitespace) {
          if let full = fullName("\(prefix):\(name)") { types[full] = type }
        }
      }
    }
    return types
  }()

  /// A line for each type: the type, then the properties that have it.
  private static let table: [String: String] = [
    "dc": """
    bag Text: contributor language publisher relation subject type; Text: coverage identifier source;
    seq Text: creator; seq Date: date; alt Lang: description rights title; MIMEType: format
    """,
    "xmp": """
    bag Text: Advisory Identifier; Text: BaseURL CreatorTool Label Nickname; Real: Rating;
    Date: CreateDate MetadataDate ModifyDate; alt Struct: Thumbnails
    """,
    "xmpRights": """
    Text: Certificate WebStatement; Boolean: Marked; bag Text: Owner; alt Lang: UsageTerms
    """,
    "xmpMM": """
    Struct: DerivedFrom ManagedFrom RenditionOf; seq Struct: History Versions; Integer: SaveID;
    Text: DocumentID InstanceID Manager ManageTo ManageUI ManagerVariant RenditionClass \
    RenditionParams VersionID LastURL OriginalDocumentID
    """,
    "xmpBJ": "bag Struct: JobRef",
    "xmpTPg": """
    Struct: MaxPageSize; Integer: NPages; bag Struct: Fonts; seq Struct: Colorants;
    seq Text: PlateNames
    """,
    "pdf": "Text: Keywords PDFVersion Producer Trapped",
    "pdfaid": "Integer: part; Text: conformance amd corr",
    "pdfaExtension": "bag Struct: schemas",
    "photoshop": """
    Text: AuthorsPosition CaptionWriter Category City Country Credit Headline Instructions Source \
    State TransmissionReference; Date: DateCreated; bag Text: SupplementalCategories;
    Integer: Urgency
    """,
    "xmpDM": """
    Struct: projectRef videoFrameSize videoAlphaPremultipleColor startTimecode altTimecode duration \
    introTime outCue relativeTimestamp timeScaleParams resampleParams beatSpliceParams;
    Text: videoFrameRate videoPixelDepth videoColorSpace videoAlphaMode videoCompressor \
    videoFieldOrder pullDown audioSampleType audioChannelType audioCompressor speakerPlacement \
    tapeName altTapeName scene shotName shotLocation logComment absPeakAudioFilePath \
    relativePeakAudioFilePath artist album genre copyright composer engineer instrument key \
    stretchMode timeSignature scaleType;
    Rational: videoPixelAspectRatio fileDataRate; Boolean: videoAlphaUnityIsTransparent loop;
    Integer: audioSampleRate trackNumber; Real: tempo numberOfBeats;
    Date: shotDate videoModDate audioModDate metadataModDate releaseDate;
    seq Struct: markers; bag Struct: contributedMedia
    """,
    "crs": """
    Boolean: AutoBrightness AutoContrast AutoExposure AutoShadows HasCrop HasSettings;
    Integer: BlueHue BlueSaturation Brightness ChromaticAberrationB ChromaticAberrationR \
    ColorNoiseReduction Contrast CropUnits GreenHue GreenSaturation LuminanceSmoothing RedHue \
    RedSaturation Saturation Shadows ShadowTint Sharpness Temperature Tint VignetteAmount \
    VignetteMidpoint;
    Real: CropTop CropLeft CropBottom CropRight CropAngle CropWidth CropHeight Exposure;
    Text: CameraProfile RawFileName ToneCurveName Version WhiteBalance; seq Text: ToneCurve
    """,
    "tiff": """
    Integer: ImageWidth ImageLength Compression PhotometricInterpretation Orientation \
    SamplesPerPixel PlanarConfiguration YCbCrPositioning ResolutionUnit;
    seq Integer: BitsPerSample YCbCrSubSampling TransferFunction; Rational: XResolution YResolution;
    seq Rational: WhitePoint PrimaryChromaticities YCbCrCoefficients ReferenceBlackWhite;
    Date: DateTime; alt Lang: ImageDescription Copyright; Text: Make Model Software Artist
    """,
    "exif": """
    Text: ExifVersion FlashpixVersion RelatedSoundFile SpectralSensitivity ImageUniqueID \
    GPSVersionID GPSLatitude GPSLongitude GPSSatellites GPSStatus GPSMeasureMode GPSSpeedRef \
    GPSTrackRef GPSImgDirectionRef GPSMapDatum GPSDestLatitude GPSDestLongitude GPSDestBearingRef \
    GPSDestDistanceRef GPSProcessingMethod GPSAreaInformation;
    Integer: ColorSpace PixelXDimension PixelYDimension ExposureProgram MeteringMode LightSource \
    FocalPlaneResolutionUnit Sharpness SensingMethod FileSource SceneType CustomRendered \
    ExposureMode WhiteBalance FocalLengthIn35mmFilm SceneCaptureType GainControl Contrast \
    Saturation SubjectDistanceRange GPSAltitudeRef GPSDifferential;
    seq Integer: ComponentsConfiguration ISOSpeedRatings SubjectArea SubjectLocation;
    Rational: CompressedBitsPerPixel SubjectDistance ExposureTime FNumber ShutterSpeedValue \
    ApertureValue BrightnessValue ExposureBiasValue MaxApertureValue FocalLength FlashEnergy \
    FocalPlaneXResolution FocalPlaneYResolution ExposureIndex DigitalZoomRatio GPSAltitude GPSDOP \
    GPSSpeed GPSTrack GPSImgDirection GPSDestBearing GPSDestDistance;
    alt Lang: UserComment; Date: DateTimeOriginal DateTimeDigitized GPSTimeStamp;
    Struct: OECF Flash SpatialFrequencyResponse CFAPattern DeviceSettingDescription
    """,
    "aux": "Text: Lens SerialNumber",
  ]
}
